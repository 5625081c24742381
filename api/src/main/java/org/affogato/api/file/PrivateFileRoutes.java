package org.affogato.api.file;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Path;
import org.affogato.api.request.HttpCall;
import org.affogato.api.request.Reply;
import org.affogato.api.request.RequestRunner;
import org.affogato.api.request.RequestRunner.Action;

/** {@code /private/files}: contents for those whom a File of them lets in. Frappe: {@code download_private_file}. */
@Path("/private/files{rest:(/.*)?}")
@RunOnVirtualThread
public class PrivateFileRoutes extends ContentRoutes {
    private final RequestRunner runner;
    private final PrivateFiles files;

    PrivateFileRoutes(RequestRunner runner, PrivateFiles files) {
        this.runner = runner;
        this.files = files;
    }

    @Override
    Reply reply(HttpCall call) {
        return runner.run(call, found -> new Download(files, found));
    }

    private record Download(PrivateFiles files, HttpCall call) implements Action {
        @Override
        public String key() {
            return "message";
        }

        /** For the Access Log. */
        @Override
        public boolean commitsAlways() {
            return true;
        }

        @Override
        public Object run(org.affogato.engine.spi.Context context) {
            return files.reply(call, context);
        }
    }
}
