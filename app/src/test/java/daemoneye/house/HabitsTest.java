package daemoneye.house;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.house.wrong.SleepyPoller;
import daemoneye.house.wrong.TaskManager;
import daemoneye.house.wrong.unmarked.UnmarkedThing;

import org.junit.jupiter.api.Test;

class HabitsTest {
    @Test
    void oneClassReadsTheClock() {
        Code.check(Habits.ONE_CLASS_READS_THE_CLOCK, "daemoneye");
    }

    @Test
    void namesSayTheRole() {
        Code.check(Habits.NAMES_SAY_THE_ROLE, "daemoneye");
    }

    @Test
    void onlyTheCommandLinePrints() {
        Code.check(Habits.ONLY_THE_COMMAND_LINE_PRINTS, "daemoneye");
    }

    @Test
    void everyPackageIsNullMarked() {
        Code.check(Habits.NOTHING_IS_NULL, "daemoneye");
    }

    @Test
    void badHabitsAreCaught() {
        assertThat(Code.catches(Habits.ONE_CLASS_READS_THE_CLOCK, SleepyPoller.class)).isTrue();
        assertThat(Code.catches(Habits.NAMES_SAY_THE_ROLE, TaskManager.class)).isTrue();
        assertThat(Code.catches(Habits.ONLY_THE_COMMAND_LINE_PRINTS, TaskManager.class)).isTrue();
        assertThat(Code.catches(Habits.NOTHING_IS_NULL, UnmarkedThing.class)).isTrue();
    }
}
