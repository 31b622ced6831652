package daemoneye.house.wrong;

/// Breaks the rule that a name says the role, and the rule of the quiet library.
public final class TaskManager {
    public void tell() {
        System.out.println("loud");
    }
}
