/// What a tour shows: a pointer and a ring over the window, captions and buttons below it.
@NullMarked
package daemoneye.app.demo.view;

import org.jspecify.annotations.NullMarked;
