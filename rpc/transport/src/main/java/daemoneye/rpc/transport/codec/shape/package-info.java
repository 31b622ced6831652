/// How each record is laid out in a body.
///
/// Numbers are big-endian; a *count* is Kryo's variable-length int, seven bits a byte, least first;
/// a *text* is `count bytes, UTF-8`; an *optional* is `u8 0` or `u8 1` and the value; a *list* is
/// `count` and the values; a *map* is `count` and, for each entry, a text and the value. A *record*
/// is `u24 length` and its fields in the order of declaration.
///
/// A newer version adds fields at the end of a record: an older reader skips them by the length. A
/// record of an older version ends earlier: an optional, a list or a map that it ends before is
/// empty; any other field that it ends before is missing, and the body refused.
@NullMarked
package daemoneye.rpc.transport.codec.shape;

import org.jspecify.annotations.NullMarked;
