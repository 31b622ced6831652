/// The rules of the house as tests: what lies at the top, who may know whom, how things are named.
///
/// Every message says how to mend what it complains about.
@NullMarked
package daemoneye.house;

import org.jspecify.annotations.NullMarked;
