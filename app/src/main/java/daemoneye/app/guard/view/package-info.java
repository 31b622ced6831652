/// What a person sees of the guard: the question, the button that is dead at first, the toasts.
@NullMarked
package daemoneye.app.guard.view;

import org.jspecify.annotations.NullMarked;
