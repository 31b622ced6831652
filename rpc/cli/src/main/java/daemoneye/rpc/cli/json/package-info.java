/// What we say and hear as JSON: texts, trees, and the records of the protocol.
@NullMarked
package daemoneye.rpc.cli.json;

import org.jspecify.annotations.NullMarked;
