package org.affogato.api.file;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.Engine;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.registry.WhitelistedMethod;
import org.affogato.engine.spi.Arguments;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.FileContent;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** {@code upload_file}: makes a File of what a form brings. Frappe: {@code handler.py}. */
@Singleton
public class UploadMethods implements WhitelistedMethods {
    private final Provider<Engine> engine;
    private final ChunkedUploads chunks;
    private final WebFiles web;

    UploadMethods(Provider<Engine> engine, ChunkedUploads chunks, WebFiles web) {
        this.engine = engine;
        this.chunks = chunks;
        this.web = web;
    }

    /** The File as it was recorded; nothing for a chunk that is not the last. */
    @Whitelisted({"upload_file", "frappe.handler.upload_file"})
    @Requires(access = Access.GUEST)
    public @Nullable Object uploadFile(Context context, Arguments arguments) {
        Uploader uploader = new Uploader(context, engine.get().permissions().settings());
        uploader.check();
        Upload upload = new Upload(arguments);
        checkTarget(upload, context);
        Map<String, @Nullable Object> values = upload.values();
        upload.libraryFile().ifPresent(name -> values.putAll(library(name, context)));
        uploader.checkUrl(values.get("file_url"));
        if (upload.file() != null) {
            Optional<FileContent> content = chunks.content(upload.file(), arguments, context);
            if (content.isEmpty()) {
                return null;
            }
            uploader.checkType(upload.file().filename());
            values.put("content", content.get());
            values.put("file_name", upload.file().filename());
        } else if (upload.isToBeFetched()) {
            values.put("content", web.fetch(String.valueOf(values.remove("file_url")), context));
        }
        return upload.method().isEmpty() ? record(values, uploader) : call(upload.method(), arguments, context);
    }

    /** The way forms of old send a file: as text in base 64, under other names. */
    @Whitelisted({"uploadfile", "frappe.handler.uploadfile"})
    @Requires(access = Access.ANY_USER)
    public @Nullable Object uploadText(Context context, Arguments arguments) {
        Upload upload = new Upload(arguments);
        checkTarget(upload, context);
        if (upload.text("from_form").isEmpty()) {
            return upload.method().isEmpty() ? null : call(upload.method(), arguments, context);
        }
        Uploader uploader = new Uploader(context, engine.get().permissions().settings());
        Map<String, @Nullable Object> values = upload.values();
        values.put("attached_to_field", arguments.get("docfield"));
        values.put("file_name", arguments.get("filename"));
        if (!upload.text("filedata").isEmpty()) {
            uploader.checkType(upload.text("filename"));
            values.put("content", upload.text("filedata"));
            values.put("decode", 1L);
        }
        return record(values, uploader);
    }

    private static Document record(Map<String, @Nullable Object> values, Uploader uploader) {
        Context context = uploader.writing();
        return context.documents().insert(context.documents().create("File", values));
    }

    /** Files are attached by those who may change the document, or any of the DocType where it is not saved yet. */
    private static void checkTarget(Upload upload, Context context) {
        String doctype = upload.text("doctype");
        String name = upload.text("docname");
        if (doctype.isEmpty()) {
            return;
        }
        Optional<Document> target =
                name.isEmpty() ? Optional.empty() : context.documents().find(doctype, name);
        if (target.isPresent()) {
            context.permissions().check(Right.WRITE, target.get());
        } else if (!context.isGuest()) {
            context.permissions().check(Right.WRITE, doctype);
        }
    }

    private static Map<String, @Nullable Object> library(String name, Context context) {
        Document file = context.documents().get("File", name);
        context.permissions().check(Right.READ, file);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("is_private", file.get("is_private"));
        values.put("file_url", file.get("file_url"));
        values.put("file_name", file.get("file_name"));
        return values;
    }

    /** Hands the upload over to a method of an app, which finds the file among its arguments. */
    private @Nullable Object call(String path, Arguments arguments, Context context) {
        WhitelistedMethod method = engine.get()
                .methods()
                .find(path)
                .orElseThrow(() -> new ValidationError("Failed to get method for command " + path));
        if (!method.takes("POST")) {
            throw new PermissionError("Not permitted");
        }
        return method.call(context, arguments);
    }
}
