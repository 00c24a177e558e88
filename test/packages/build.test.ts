/**
 * The packages as they are published: built, packed, judged by others, installed, and used by the
 * first lines of their READMEs. One file, because building takes longer than all the rest.
 */
import "./published/tarball.js";
import "./published/installed.js";
import "./published/types.js";
import "./published/compilers.js";
import "./published/publish.js";
import "./published/contract.js";
