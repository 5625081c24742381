package org.affogato.doctypes.frappe.core.doctype.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureTest {
    private static byte[] image(int width, int height, String format) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static BufferedImage read(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    @Test
    void shrinksToAFifthLessAndNotBelowTwoHundred() throws IOException {
        byte[] smaller = new Picture(image(600, 400, "jpeg"), "image/jpeg").optimized(1024, 768);
        assertThat(read(smaller).getWidth()).isEqualTo(480);
        assertThat(read(smaller).getHeight()).isEqualTo(320);
        byte[] small = new Picture(image(220, 220, "png"), "image/png").optimized(1024, 768);
        assertThat(read(small).getWidth()).isEqualTo(200);
    }

    @Test
    void keepsWhatItCannotRead() {
        byte[] text = "no picture".getBytes(StandardCharsets.UTF_8);
        assertThat(new Picture(text, "image/png").optimized(100, 100)).isEqualTo(text);
        assertThat(new Picture(text, "image/png").thumbnail(100, 100, false)).isEmpty();
    }

    @Test
    void makesThumbnailsWithinOrOfASize() throws IOException {
        Picture picture = new Picture(image(600, 300, "png"), "image/png");
        BufferedImage within = read(picture.thumbnail(300, 300, false).orElseThrow());
        assertThat(within.getWidth()).isEqualTo(300);
        assertThat(within.getHeight()).isEqualTo(150);
        BufferedImage cropped = read(picture.thumbnail(100, 100, true).orElseThrow());
        assertThat(cropped.getWidth()).isEqualTo(100);
        assertThat(cropped.getHeight()).isEqualTo(100);
    }

    /** A header that claims more pixels than fit in memory is not believed. */
    @Test
    void leavesHugePicturesAlone() throws IOException {
        byte[] png = image(10, 10, "png");
        png[16] = 0;
        png[17] = 1;
        png[20] = 0;
        png[21] = 1;
        assertThat(new Picture(png, "image/png").thumbnail(100, 100, false)).isEmpty();
    }

    @Test
    void takesOutWhatTellsOfCameraAndPlace() throws IOException {
        byte[] jpeg = image(20, 20, "jpeg");
        byte[] place = "Exif\0\0GPS 48.1".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (place.length + 2)});
        out.write(place);
        out.write(jpeg, 2, jpeg.length - 2);
        assertThat(JpegMetadata.stripped(out.toByteArray())).isEqualTo(jpeg);
        assertThat(JpegMetadata.stripped(new byte[] {1, 2, 3})).isEqualTo(new byte[] {1, 2, 3});
    }
}
