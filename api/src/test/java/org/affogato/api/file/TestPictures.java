package org.affogato.api.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;

/** Pictures without end: no two are alike. */
final class TestPictures {
    private TestPictures() {}

    static byte[] png(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        RandomGenerator random = RandomGenerator.getDefault();
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
        return out.toByteArray();
    }

    static BufferedImage read(byte[] content) {
        try {
            return ImageIO.read(new ByteArrayInputStream(content));
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** A picture as it stands in a text after it was pasted. */
    static String inText(String fileName, byte[] png) {
        return "<img alt=\"x\" src=\"data:image/png;filename=" + fileName + ";base64,"
                + Base64.getEncoder().encodeToString(png) + "\">";
    }
}
