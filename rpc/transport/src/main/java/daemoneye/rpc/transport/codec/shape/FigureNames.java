package daemoneye.rpc.transport.codec.shape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Names of figures that travel as a number, because they are sent with every answer to a health
/// check: half of such an answer would be names. A golden file keeps the numbers from changing; new
/// names go to the end, and any other name travels as text.
///
/// ```
/// name of a figure: text, not empty     or     u8 0, n number
/// ```
public final class FigureNames {
    private static final List<String> NAMES =
            List.of(
                    "", // a text that is empty says that a number follows, so it needs one as well
                    "cpu_usage_percent",
                    "memory_usage_mb",
                    "events_per_second",
                    "uptime_seconds",
                    "scan_duration_ms",
                    "events_published",
                    "events_queued",
                    "events_dropped",
                    "process_count",
                    "thread_count",
                    "new_processes",
                    "exited_processes",
                    "processes_per_second",
                    "new_per_second",
                    "exited_per_second",
                    "top_cpu_percent",
                    "top_memory_mb",
                    "hashed_executables",
                    "executable_changes",
                    "hashes_waiting",
                    "socket_count",
                    "tcp_sockets",
                    "udp_sockets",
                    "established_connections",
                    "listening_sockets",
                    "connections_opened_per_second",
                    "connections_closed_per_second",
                    "received_bytes_per_second",
                    "sent_bytes_per_second",
                    "packets_per_second",
                    "packet_errors_per_second",
                    "file_system_count",
                    "watched_folders",
                    "file_changes_lost",
                    "fullest_percent",
                    "fullest_inodes_percent",
                    "total_mb",
                    "usable_mb",
                    "files_created_per_second",
                    "files_modified_per_second",
                    "files_deleted_per_second",
                    "machine_cpu_percent",
                    "busiest_core_percent",
                    "machine_memory_percent",
                    "swap_percent",
                    "load_1m",
                    "disk_read_bytes_per_second",
                    "disk_write_bytes_per_second",
                    "busiest_disk_percent",
                    "hottest_celsius");

    private static final Map<String, Integer> NUMBERS = numbers();

    private FigureNames() {}

    /// The number of a name, or -1 if it travels as text.
    static int number(String name) {
        return NUMBERS.getOrDefault(name, -1);
    }

    /// The name of a number; a newer version's is told as unknown.
    static String name(int number) {
        return number >= 0 && number < NAMES.size() ? NAMES.get(number) : "unknown_" + number;
    }

    /// All of them, in the order of their numbers.
    public static List<String> names() {
        return NAMES;
    }

    private static Map<String, Integer> numbers() {
        var numbers = HashMap.<String, Integer>newHashMap(NAMES.size());
        for (int number = 0; number < NAMES.size(); number++) {
            numbers.put(NAMES.get(number), number);
        }
        return numbers;
    }
}
