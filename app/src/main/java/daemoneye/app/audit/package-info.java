/// Who did what: the audit logs of all agents and their collectors, as they tell them.
@NullMarked
package daemoneye.app.audit;

import org.jspecify.annotations.NullMarked;
