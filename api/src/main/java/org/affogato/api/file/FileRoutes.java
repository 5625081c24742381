package org.affogato.api.file;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Path;
import org.affogato.api.error.ErrorAnswer;
import org.affogato.api.request.HttpCall;
import org.affogato.api.request.Reply;
import org.affogato.engine.error.NotFound;
import org.affogato.engine.spi.Answer;
import org.affogato.engine.spi.FilePath;

/** {@code /files}: contents that everybody may read, without a look at caller or database. */
@Path("/files{rest:(/.*)?}")
@RunOnVirtualThread
public class FileRoutes extends ContentRoutes {
    private final FileDelivery delivery;
    private final ErrorAnswer errors;

    FileRoutes(FileDelivery delivery, ErrorAnswer errors) {
        this.delivery = delivery;
        this.errors = errors;
    }

    @Override
    Reply reply(HttpCall call) {
        try {
            FilePath path = FilePath.of(call.path()).orElseThrow(() -> new NotFound("There is no such file"));
            return delivery.reply(path, call, false);
        } catch (RuntimeException error) {
            return errors.of(error, call, new Answer());
        }
    }
}
