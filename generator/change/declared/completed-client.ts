/**
 * The client of a surface that was read from declarations, with what they do not say taken from that of
 * the other side.
 */
import type { SurfaceClient, UnknownPart } from "../../surface/surface.js";

export const completedClient = (
  client: SurfaceClient,
  other: SurfaceClient,
): SurfaceClient => {
  const isUnknown = (part: UnknownPart): boolean =>
    client.unknown?.has(part) === true;
  const { coreName, errorName } = isUnknown("names") ? other : client;
  const className = client.className || other.className;
  if (isUnknown("credentials"))
    return {
      ...other,
      className,
      coreName,
      errorName,
    };
  const baseURL =
    client.baseURL === undefined
      ? undefined
      : (other.baseURL ?? client.baseURL);
  return {
    className,
    coreName,
    errorName,
    ...(baseURL !== undefined && { baseURL }),
    serverVariables: client.serverVariables,
    ...(client.servers && {
      servers: new Map(
        [...client.servers].map(([name, url]) => [
          name,
          url || (other.servers?.get(name) ?? ""),
        ]),
      ),
    }),
    credentials: new Map(
      [...client.credentials].map(([option, one]) => {
        const like = other.credentials.get(option) ?? one;
        return [
          option,
          {
            environment: one.environment || like.environment,
            kind: one.kind || like.kind,
            sent: one.sent || like.sent,
            ...(one.tokenURL && { tokenURL: one.tokenURL }),
            ...(like.isPersonal && { isPersonal: true as const }),
          },
        ];
      }),
    ),
    security: client.security,
    parameters: new Map(
      [...client.parameters].map(([option, { environment, ...parameter }]) => [
        option,
        {
          ...parameter,
          environment:
            environment || (other.parameters.get(option)?.environment ?? ""),
        },
      ]),
    ),
  };
};
