package org.affogato.doctypes.frappe.core.doctype.file;

import java.io.ByteArrayOutputStream;

/** Takes out of a JPEG what tells of camera, place and author; the picture itself stays to the bit. */
final class JpegMetadata {
    private static final int START_OF_SCAN = 0xda;
    private static final int COMMENT = 0xfe;
    private static final int EXIF_AND_XMP = 0xe1;
    private static final int IPTC = 0xed;

    private JpegMetadata() {}

    /** The picture without these segments; what is no well-formed JPEG comes back as it is. */
    static byte[] stripped(byte[] jpeg) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(jpeg.length);
        if (jpeg.length < 4 || at(jpeg, 0) != 0xff || at(jpeg, 1) != 0xd8) {
            return jpeg;
        }
        out.write(jpeg, 0, 2);
        int at = 2;
        while (at + 4 <= jpeg.length && at(jpeg, at) == 0xff && at(jpeg, at + 1) != START_OF_SCAN) {
            int end = at + 2 + at(jpeg, at + 2) * 256 + at(jpeg, at + 3);
            if (end > jpeg.length) {
                return jpeg;
            }
            if (!tells(at(jpeg, at + 1))) {
                out.write(jpeg, at, end - at);
            }
            at = end;
        }
        out.write(jpeg, at, jpeg.length - at);
        return out.toByteArray();
    }

    private static boolean tells(int segment) {
        return segment == EXIF_AND_XMP || segment == IPTC || segment == COMMENT;
    }

    private static int at(byte[] bytes, int place) {
        return bytes[place] & 0xff;
    }
}
