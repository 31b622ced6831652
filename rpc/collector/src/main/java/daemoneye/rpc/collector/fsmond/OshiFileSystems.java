package daemoneye.rpc.collector.fsmond;

import daemoneye.rpc.collector.machine.Oshi;

import oshi.software.os.FileSystem;
import oshi.software.os.OSFileStore;

import java.util.List;
import java.util.OptionalLong;

/// File systems through OSHI on every system: the JDK does not count inodes.
public final class OshiFileSystems implements FileSystemSource {
    private final FileSystem system = Oshi.system().getFileSystem();

    @Override
    public List<FileSystemUse> read() {
        return system.getFileStores().stream()
                .filter(each -> each.getTotalSpace() > 0)
                .limit(MOST)
                .map(OshiFileSystems::use)
                .toList();
    }

    private static FileSystemUse use(OSFileStore each) {
        boolean counted = each.getTotalInodes() > 0;
        return new FileSystemUse(
                each.getMount(),
                each.getType(),
                each.getTotalSpace(),
                each.getUsableSpace(),
                counted ? OptionalLong.of(each.getTotalInodes()) : OptionalLong.empty(),
                counted ? OptionalLong.of(each.getFreeInodes()) : OptionalLong.empty());
    }
}
