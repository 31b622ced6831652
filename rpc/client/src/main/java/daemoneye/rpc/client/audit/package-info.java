/// A record of every call that is served, in a log that shows whether somebody has altered it.
@NullMarked
package daemoneye.rpc.client.audit;

import org.jspecify.annotations.NullMarked;
