/// What is wrong with a request, found before anything happens.
@NullMarked
package daemoneye.rpc.client.serve.check;

import org.jspecify.annotations.NullMarked;
