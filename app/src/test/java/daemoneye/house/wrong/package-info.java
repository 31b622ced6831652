/// Classes that break one rule each, on purpose: they show that the rules catch what they should.
@NullMarked
package daemoneye.house.wrong;

import org.jspecify.annotations.NullMarked;
