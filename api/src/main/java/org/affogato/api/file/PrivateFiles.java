package org.affogato.api.file;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.api.request.HttpCall;
import org.affogato.api.request.Reply;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.Forbidden;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.FilePath;
import org.affogato.engine.spi.FileType;

/** Lets callers at private contents and writes down who got which. */
@Singleton
class PrivateFiles {
    private final FileRecords records;
    private final FileDelivery delivery;

    PrivateFiles(FileRecords records, FileDelivery delivery) {
        this.records = records;
        this.delivery = delivery;
    }

    /** A caller without the right cannot tell whether there is such a file. */
    Reply reply(HttpCall call, Context context) {
        FilePath path = FilePath.of(call.path()).orElseThrow(PrivateFiles::closed);
        Document file = records.opening(path, context).orElseThrow(PrivateFiles::closed);
        Reply reply = delivery.reply(path, call, false);
        if (begins(reply)) {
            log(file, path, context);
        }
        return reply;
    }

    private static Forbidden closed() {
        return new Forbidden("You have no permission to see this file");
    }

    /** Players ask for a file in many parts; one entry is enough. */
    private static boolean begins(Reply reply) {
        return reply.status() == 200
                || reply.headers().getOrDefault("Content-Range", "").startsWith("bytes 0-");
    }

    private static void log(Document file, FilePath path, Context context) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("user", context.user());
        values.put("export_from", "File");
        values.put("reference_document", file.name());
        values.put("file_type", FileType.ending(path.name()));
        Context relaxed = context.with(context.flags().ignoringPermissions());
        relaxed.documents().insert(relaxed.documents().create("Access Log", values));
    }
}
