package daemoneye.app.demo.script;

import daemoneye.app.demo.tour.Step;
import daemoneye.app.demo.tour.Walkthrough;
import daemoneye.app.demo.tour.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The chapters as they grow. The text that came last can be translated once.
final class Story {
    private final List<Words> titles = new ArrayList<>();
    private final List<List<Step>> steps = new ArrayList<>();
    private boolean open;

    void chapter(String heading) {
        titles.add(new Words(heading, Optional.empty()));
        steps.add(new ArrayList<>());
        open = true;
    }

    void say(int line, String text) {
        steps.getLast().add(new Step.Say(line, new Words(text, Optional.empty())));
        open = true;
    }

    void add(Step step) {
        steps.getLast().add(step);
        open = false;
    }

    /// @return whether there was something to translate
    boolean translate(String german) {
        if (!open) {
            return false;
        }
        open = false;
        var chapter = steps.getLast();
        if (chapter.isEmpty()) {
            titles.add(new Words(titles.removeLast().english(), Optional.of(german)));
        } else if (chapter.removeLast() instanceof Step.Say(var line, var words)) {
            chapter.add(new Step.Say(line, new Words(words.english(), Optional.of(german))));
        }
        return true;
    }

    boolean isEmpty() {
        return steps.stream().allMatch(List::isEmpty);
    }

    List<Walkthrough.Chapter> chapters() {
        var chapters = new ArrayList<Walkthrough.Chapter>();
        for (int each = 0; each < titles.size(); each++) {
            chapters.add(new Walkthrough.Chapter(titles.get(each), steps.get(each)));
        }
        return chapters;
    }
}
