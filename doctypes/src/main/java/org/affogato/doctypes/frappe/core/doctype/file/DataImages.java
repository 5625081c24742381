package org.affogato.doctypes.frappe.core.doctype.file;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.FileType;

/**
 * Turns the pictures that stand inside a rich text into files of a document: rows stay small, and the same picture is
 * kept once. Frappe: {@code extract_images_from_html}.
 */
public final class DataImages {
    private static final String MARK = "data:image/";

    /** An image tag up to the end of its data URL: media type, parameters, content. */
    private static final Pattern IMAGE = Pattern.compile(
            "<img[^>]*?src\\s*=\\s*[\"'](?=data:)data:(image/[\\w.+-]+)((?:;[^,\"']*)?),([^\"']*)[\"']");

    private static final Pattern NAME = Pattern.compile("filename=([^;]+)");

    private final Document document;
    private final boolean isPrivate;
    private final Context context;

    /**
     * @param document what the files are attached to; whoever writes the text may attach them
     */
    public DataImages(Document document, boolean isPrivate, Context context) {
        this.document = document;
        this.isPrivate = isPrivate;
        this.context = context.with(context.flags().ignoringPermissions());
    }

    /** The text with the URLs of the files in place of the pictures. */
    public String extracted(String text) {
        if (!text.contains(MARK)) {
            return text;
        }
        return IMAGE.matcher(text).replaceAll(found -> Matcher.quoteReplacement("<img src=\"" + save(found) + "\""));
    }

    private String save(MatchResult image) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("file_name", name(image));
        values.put("attached_to_doctype", document.doctype());
        values.put("attached_to_name", document.name());
        values.put("content", content(image.group(3)));
        values.put("is_private", isPrivate ? 1L : 0L);
        values.put("optimize", 1L);
        return context.documents()
                .insert(context.documents().create("File", values))
                .text("file_url");
    }

    private static byte[] content(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            throw new ValidationError("A picture in the text is not valid base64");
        }
    }

    private static String name(MatchResult image) {
        Matcher given = NAME.matcher(image.group(2));
        if (given.find()) {
            return given.group(1);
        }
        return UUID.randomUUID().toString().substring(0, 8) + FileType.endingOf(image.group(1));
    }
}
