/// What a service remembers of the calls it got: so that a repeated request is executed once, and
/// whoever lost an answer can ask what became of it.
@NullMarked
package daemoneye.rpc.client.serve.memory;

import org.jspecify.annotations.NullMarked;
