/// A change of a configuration on its way: sent, answered, read back, proved, or taken back.
@NullMarked
package daemoneye.app.config.apply;

import org.jspecify.annotations.NullMarked;
