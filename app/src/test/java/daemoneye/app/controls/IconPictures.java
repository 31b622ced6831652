package daemoneye.app.controls;

import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.transform.Scale;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.nio.file.Path;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/// Draws the PNG files of the application icon from its SVG: `IconPictures FOLDER`, where the
/// folder holds `daemoneye.svg`. Knows only the paths that this icon is made of.
final class IconPictures {
    private static final int[] SIDES = {16, 24, 32, 48, 64, 128, 256, 512};

    private IconPictures() {}

    public static void main(String[] args)
            throws IOException, ParserConfigurationException, SAXException {
        Path folder = Path.of(args[0]);
        NodeList paths =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(folder.resolve("daemoneye.svg").toFile())
                        .getElementsByTagName("path");
        try {
            for (int side : SIDES) {
                Path file = folder.resolve("daemoneye-" + side + ".png");
                Fx.run(() -> Picture.write(Picture.of(drawing(paths, side), 1), file));
            }
        } finally {
            Platform.exit();
        }
    }

    private static Group drawing(NodeList paths, int side) {
        Group group = new Group();
        for (int i = 0; i < paths.getLength(); i++) {
            group.getChildren().add(shape((Element) paths.item(i), side));
        }
        group.getTransforms().add(new Scale(side / 512.0, side / 512.0));
        Group root = new Group(square(side), group);
        Scene scene = new Scene(root, side, side);
        scene.setFill(Color.TRANSPARENT);
        return root;
    }

    /// Holds the picture to its size: the drawing has a margin.
    private static SVGPath square(int side) {
        SVGPath square = new SVGPath();
        square.setContent("M0 0H%1$dV%1$dH0Z".formatted(side));
        square.setFill(Color.TRANSPARENT);
        return square;
    }

    private static SVGPath shape(Element path, int side) {
        SVGPath shape = new SVGPath();
        shape.setContent(path.getAttribute("d"));
        shape.setFill(paint(path.getAttribute("fill")));
        if (path.hasAttribute("stroke")) {
            shape.setStroke(paint(path.getAttribute("stroke")));
            // Below 32 px a true line would be thinner than a pixel and a half.
            double bold = side < 32 ? 1.5 : 1;
            shape.setStrokeWidth(Double.parseDouble(path.getAttribute("stroke-width")) * bold);
            shape.setStrokeLineCap(StrokeLineCap.ROUND);
            shape.setStrokeLineJoin(StrokeLineJoin.ROUND);
        }
        return shape;
    }

    private static Paint paint(String value) {
        return value.equals("none") ? Color.TRANSPARENT : Color.web(value);
    }
}
