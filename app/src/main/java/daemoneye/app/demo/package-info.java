/// Walkthroughs: which there are, and the ways to run one.
@NullMarked
package daemoneye.app.demo;

import org.jspecify.annotations.NullMarked;
