/// Tokens, and how both sides prove that they know one without saying it.
@NullMarked
package daemoneye.rpc.transport.auth;

import org.jspecify.annotations.NullMarked;
