package daemoneye.app.demo.play;

/// Leaves a tour at a step; never leaves this package.
final class StepFailed extends Exception {
    private static final long serialVersionUID = 1;

    StepFailed(String sentence) {
        super(sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
