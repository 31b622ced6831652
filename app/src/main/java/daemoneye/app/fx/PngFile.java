package daemoneye.app.fx;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/// Pictures of the window as files.
public final class PngFile {
    private PngFile() {}

    /// Any thread.
    ///
    /// @throws IOException if the file or its folder cannot be written
    public static void write(Image image, Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        // Not straight into the file: ImageIO prints a stack trace when it cannot open one.
        var bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(copy, "png", bytes)) {
            throw new IOException("this Java cannot write PNG pictures");
        }
        Files.write(file, bytes.toByteArray());
    }
}
