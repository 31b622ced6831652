/// Answering requests, for collectors and agents alike.
@NullMarked
package daemoneye.rpc.client.serve;

import org.jspecify.annotations.NullMarked;
