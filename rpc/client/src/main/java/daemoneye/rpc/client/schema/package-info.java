/// The settings of collectors: what there is, what it may be, what is wrong with a value. The
/// schema files under `/schemas` are the single owner; all else is read from them.
@NullMarked
package daemoneye.rpc.client.schema;

import org.jspecify.annotations.NullMarked;
