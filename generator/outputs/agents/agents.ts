/**
 * Files for agents that write code with the package: an index, and a skill.
 */
import { definePlugin, mdText } from "../../plugin/index.js";
import { llmsText } from "./llms.js";
import { skillName, skillText } from "./skill.js";
import { wordsOf } from "./words.js";

export const agentsOutput = definePlugin({
  name: "agents",
  version: "1.0.0",
  api: 1,
  emit(sdk, out) {
    const words = wordsOf(sdk);
    const isFormatted = true;
    out.text("llms.txt", llmsText(sdk, words), { isFormatted });
    out.publish("llms.txt");
    out.text(`skills/${skillName(sdk)}/SKILL.md`, skillText(sdk, words), {
      isFormatted,
    });
    out.publish("skills");
    // By which TanStack Intent finds packages with skills.
    out.keyword("tanstack-intent");
    out.section({
      title: mdText`For agents`,
      about: mdText`\`llms.txt\` is an index of the package, \`skills/\` says how to use it.`,
      blocks: [],
    });
  },
});
