import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts the pictures of the icon into the files that Windows and macOS want: `daemoneye.ico` and
/// `daemoneye.icns`. Both may hold PNG pictures as they are.
///
/// Run by packaging: `java IconFiles.java FOLDER_OF_PNG OUTPUT`.
class IconFiles {
    private static final List<Integer> ICO = List.of(16, 24, 32, 48, 64, 128, 256);
    private static final Map<String, Integer> ICNS = new LinkedHashMap<>();

    static {
        ICNS.put("icp4", 16);
        ICNS.put("icp5", 32);
        ICNS.put("icp6", 64);
        ICNS.put("ic07", 128);
        ICNS.put("ic08", 256);
        ICNS.put("ic09", 512);
    }

    public static void main(String[] args) throws IOException {
        Path pictures = Path.of(args[0]);
        Path output = Files.createDirectories(Path.of(args[1]));
        Files.write(output.resolve("daemoneye.ico"), ico(pictures));
        Files.write(output.resolve("daemoneye.icns"), icns(pictures));
    }

    private static byte[] ico(Path pictures) throws IOException {
        int data = 6 + 16 * ICO.size();
        ByteBuffer head = ByteBuffer.allocate(data).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) 0).putShort((short) 1).putShort((short) ICO.size());
        var bodies = new ByteArrayOutputStream();
        for (int size : ICO) {
            byte[] png = png(pictures, size);
            // A side of 256 pixels is written as 0.
            head.put((byte) size).put((byte) size).put((byte) 0).put((byte) 0);
            head.putShort((short) 1).putShort((short) 32);
            head.putInt(png.length).putInt(data + bodies.size());
            bodies.writeBytes(png);
        }
        var all = new ByteArrayOutputStream();
        all.writeBytes(head.array());
        all.writeBytes(bodies.toByteArray());
        return all.toByteArray();
    }

    private static byte[] icns(Path pictures) throws IOException {
        var bodies = new ByteArrayOutputStream();
        var body = new DataOutputStream(bodies);
        for (var each : ICNS.entrySet()) {
            byte[] png = png(pictures, each.getValue());
            body.writeBytes(each.getKey());
            body.writeInt(8 + png.length);
            body.write(png);
        }
        var bytes = new ByteArrayOutputStream();
        var all = new DataOutputStream(bytes);
        all.writeBytes("icns");
        all.writeInt(8 + bodies.size());
        all.write(bodies.toByteArray());
        return bytes.toByteArray();
    }

    private static byte[] png(Path pictures, int size) throws IOException {
        return Files.readAllBytes(pictures.resolve("daemoneye-" + size + ".png"));
    }
}
