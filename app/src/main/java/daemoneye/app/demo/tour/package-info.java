/// What a walkthrough is: chapters of steps that say, point, do and expect.
@NullMarked
package daemoneye.app.demo.tour;

import org.jspecify.annotations.NullMarked;
