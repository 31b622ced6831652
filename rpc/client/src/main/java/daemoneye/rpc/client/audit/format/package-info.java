/// The lines of an audit log, byte by byte. What is written here is described in
/// `rpc/client/README.md`, for those who verify in another language.
@NullMarked
package daemoneye.rpc.client.audit.format;

import org.jspecify.annotations.NullMarked;
