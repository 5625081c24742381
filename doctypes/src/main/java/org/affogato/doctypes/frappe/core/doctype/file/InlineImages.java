package org.affogato.doctypes.frappe.core.doctype.file;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.spi.App.DocEventListener;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocEvent;
import org.affogato.engine.spi.FileType;

/**
 * Pictures that were pasted into rich text become files: rows stay small, and the same picture is kept once. Frappe:
 * {@code extract_images_from_doc}.
 */
public final class InlineImages implements DocEventListener {
    /** An image tag up to the end of its data URL: media type, parameters, content. */
    private static final Pattern IMAGE = Pattern.compile(
            "<img[^>]*?src\\s*=\\s*[\"'](?=data:)data:(image/[\\w.+-]+)((?:;[^,\"']*)?),([^\"']*)[\"']");

    private static final Pattern NAME = Pattern.compile("filename=([^;]+)");

    @Override
    public String doctype() {
        return "*";
    }

    @Override
    public DocEvent event() {
        return DocEvent.VALIDATE;
    }

    @Override
    public void on(Document document, Context context) {
        if (document.doctype().equals("DocType") || context.flags().inMigrate()) {
            return;
        }
        extract(document, document, context);
        document.allRows().forEach(row -> extract(row, document, context));
    }

    private static void extract(Document holder, Document document, Context context) {
        for (DocField field : holder.meta().columnFields()) {
            if (field.fieldtype().equals("Text Editor")
                    && holder.text(field.fieldname()).contains("data:image/")) {
                holder.set(field.fieldname(), extracted(holder.text(field.fieldname()), document, context));
            }
        }
    }

    private static String extracted(String text, Document document, Context context) {
        return IMAGE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement("<img src=\"" + save(found, document, context) + "\""));
    }

    private static String save(MatchResult image, Document document, Context context) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("file_name", name(image));
        values.put("attached_to_doctype", document.doctype());
        values.put("attached_to_name", document.name());
        values.put("content", Base64.getMimeDecoder().decode(image.group(3)));
        values.put("optimize", 1L);
        Context relaxed = context.with(context.flags().ignoringPermissions());
        return relaxed.documents()
                .insert(relaxed.documents().create("File", values))
                .text("file_url");
    }

    private static String name(MatchResult image) {
        Matcher given = NAME.matcher(image.group(2));
        if (given.find()) {
            return given.group(1);
        }
        return UUID.randomUUID().toString().substring(0, 8) + FileType.endingOf(image.group(1));
    }
}
