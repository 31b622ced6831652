/// Makes pictures and a page of a walkthrough while it is played.
@NullMarked
package daemoneye.app.demo.record;

import org.jspecify.annotations.NullMarked;
