package daemoneye.app.demo.tour;

/// Something in the window.
public sealed interface Target {
    /// By the id of a node: `#act-Stop`.
    record Id(String id) implements Target {
        @Override
        public String toString() {
            return "#" + id;
        }
    }

    /// By its accessible name, or the text on it: `"Search collectors"`, `%header.searchName`.
    record Named(Wanted name) implements Target {
        @Override
        public String toString() {
            return name.toString();
        }
    }

    /// A row of the fleet: `row procmond`.
    record Row(String collector) implements Target {
        @Override
        public String toString() {
            return "row " + collector;
        }
    }

    /// A cell of a row of the fleet: `cell procmond beats`.
    record Cell(String collector, String column) implements Target {
        @Override
        public String toString() {
            return "cell " + collector + " " + column;
        }
    }

    /// The first line of another table in which these words stand: `line #audit-table "netmond"`.
    record Line(String table, Wanted words) implements Target {
        @Override
        public String toString() {
            return "line with " + words + " in #" + table;
        }
    }

    /// The newest message at the lower right.
    record Toast() implements Target {
        @Override
        public String toString() {
            return "toast";
        }
    }

    /// The dialog on top.
    record Dialog() implements Target {
        @Override
        public String toString() {
            return "dialog";
        }
    }
}
