/// The fleet as the page shows it: rows, how many stand how, the search.
@NullMarked
package daemoneye.app.dashboard;

import org.jspecify.annotations.NullMarked;
