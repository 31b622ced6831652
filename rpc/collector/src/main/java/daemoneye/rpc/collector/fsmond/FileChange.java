package daemoneye.rpc.collector.fsmond;

import java.nio.file.Path;

/// What happened to one file since the last look, several changes taken together.
///
/// @param times changes that were taken together
public record FileChange(Path path, What what, int times) {
    /// Kinds of change; the name is part of the event's type.
    public enum What {
        CREATED,
        MODIFIED,
        DELETED;

        /// What a later change makes of this one.
        ///
        /// ```
        /// created  then modified  is created     modified then deleted  is deleted
        /// deleted  then created   is modified    created  then deleted  is deleted
        /// ```
        What then(What later) {
            return switch (later) {
                case DELETED -> DELETED;
                case CREATED -> this == DELETED ? MODIFIED : CREATED;
                case MODIFIED -> this == CREATED ? CREATED : MODIFIED;
            };
        }
    }

    FileChange then(What later) {
        return new FileChange(path, what.then(later), times + 1);
    }
}
