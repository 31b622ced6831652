package daemoneye.app.demo.record;

/// A part of the page of a tour, in the order in which it happened.
sealed interface PageEntry {
    /// A heading.
    record Heading(String text) implements PageEntry {}

    /// What was said.
    record Spoken(String text) implements PageEntry {}

    /// A picture in both themes.
    ///
    /// @param alt for those who cannot see it: what was said last
    /// @param dark the bytes of a PNG file
    @SuppressWarnings("ArrayRecordComponent") // written once, shared and never compared
    record Figure(String name, String alt, byte[] dark, byte[] light, int width, int height)
            implements PageEntry {}
}
