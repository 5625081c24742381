package org.affogato.doctypes.frappe.core.doctype.file;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/** Makes pictures smaller. Frappe: {@code utils/image.py}. */
final class Picture {
    /** Pictures with more pixels are left as they are: a small file may unfold to any size. */
    private static final long MOST_PIXELS = 60_000_000;

    private static final double SHRUNK = 0.8;
    private static final int SMALLEST = 200;
    private static final float QUALITY = 0.85f;

    private final byte[] content;
    private final String format;

    Picture(byte[] content, String mediaType) {
        this.content = content;
        this.format = mediaType.substring(mediaType.indexOf('/') + 1);
    }

    /** The picture within a width and height, or as it is where that is not smaller or it cannot be read. */
    byte[] optimized(int maxWidth, int maxHeight) {
        BufferedImage image = format.equals("gif") ? null : read(); // one may move
        if (image == null) {
            return content;
        }
        int width = (int) Math.max(Math.min(maxWidth, image.getWidth() * SHRUNK), SMALLEST);
        int height = (int) Math.max(Math.min(maxHeight, image.getHeight() * SHRUNK), SMALLEST);
        byte[] smaller = write(fitted(image, width, height));
        return smaller.length > 0 && smaller.length < content.length ? smaller : content;
    }

    /**
     * A small version.
     *
     * @param crop whether it fills width and height, cut to their shape
     */
    Optional<byte[]> thumbnail(int width, int height, boolean crop) {
        BufferedImage image = read();
        if (image == null) {
            return Optional.empty();
        }
        byte[] small = write(crop ? cropped(image, width, height) : fitted(image, width, height));
        return small.length == 0 ? Optional.empty() : Optional.of(small);
    }

    private @Nullable BufferedImage read() {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            return readers.hasNext() ? read(readers.next(), in) : null;
        } catch (IOException | RuntimeException broken) {
            return null; // the decoders throw whatever comes on broken input
        }
    }

    private static @Nullable BufferedImage read(ImageReader reader, ImageInputStream in) throws IOException {
        try {
            reader.setInput(in);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            return pixels > MOST_PIXELS ? null : reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage fitted(BufferedImage image, int width, int height) {
        double scale = Math.min(1, Math.min((double) width / image.getWidth(), (double) height / image.getHeight()));
        return scaled(image, size(image.getWidth(), scale), size(image.getHeight(), scale));
    }

    private static BufferedImage cropped(BufferedImage image, int width, int height) {
        double scale = Math.max((double) width / image.getWidth(), (double) height / image.getHeight());
        BufferedImage filled = scaled(
                image,
                Math.max(width, size(image.getWidth(), scale)),
                Math.max(height, size(image.getHeight(), scale)));
        return filled.getSubimage((filled.getWidth() - width) / 2, (filled.getHeight() - height) / 2, width, height);
    }

    private static int size(int side, double scale) {
        return Math.max(1, (int) Math.round(side * scale));
    }

    /** Halves the size step by step, which keeps fine lines, then takes the rest. */
    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        BufferedImage current = image;
        while (current.getWidth() > 2 * width && current.getHeight() > 2 * height) {
            current = drawn(current, current.getWidth() / 2, current.getHeight() / 2);
        }
        return drawn(current, width, height);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        boolean clear = image.getColorModel().hasAlpha();
        BufferedImage target =
                new BufferedImage(width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = target.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.drawImage(image, 0, 0, width, height, null);
        canvas.dispose();
        return target;
    }

    /** The bytes in the picture's own format; none where that cannot be written. */
    private byte[] write(BufferedImage image) {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
        if (!writers.hasNext()) {
            return new byte[0];
        }
        ImageWriter writer = writers.next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(withoutAlpha(image), null, null), quality(writer));
        } catch (IOException | RuntimeException unwritable) {
            return new byte[0];
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private BufferedImage withoutAlpha(BufferedImage image) {
        if (!format.equals("jpeg") || !image.getColorModel().hasAlpha()) {
            return image;
        }
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = plain.createGraphics();
        canvas.drawImage(image, 0, 0, null);
        canvas.dispose();
        return plain;
    }

    private ImageWriteParam quality(ImageWriter writer) {
        ImageWriteParam how = writer.getDefaultWriteParam();
        if (format.equals("jpeg")) {
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
        }
        return how;
    }
}
