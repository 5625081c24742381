package org.affogato.api.auth.twofactor;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.affogato.api.auth.page.Page;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** {@code /qrcode}: shows the QR code by which a user sets up an authenticator app. */
@Path("/qrcode")
@RunOnVirtualThread
public class SetupPage {
    private static final int FORBIDDEN = 403;

    private final Engine engine;
    private final Page page = Page.named("qrcode");

    public SetupPage(Engine engine) {
        this.engine = engine;
    }

    @GET
    public Response get(@QueryParam("k") @Nullable String key) {
        Optional<Map<String, String>> parts = engine.run(
                Context.GUEST,
                context -> SetupKey.user(key == null ? "" : key, context).map(user -> parts(user, context)));
        if (parts.isEmpty()) {
            return Page.notice(FORBIDDEN, "Not Permitted", "This page has expired. Log in again for a new one.")
                    .toResponse();
        }
        return page.fill(parts.get()).toResponse();
    }

    private Map<String, String> parts(String user, Context context) {
        OneTimePassword secret = new FactorStore(context, user).password();
        String issuer = FactorMethods.issuer(engine.permissions().settings(), context);
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("user", user);
        parts.put("secret", secret.secret());
        BitMatrix code = code(secret.uri(user, issuer));
        parts.put("size", String.valueOf(code.getWidth()));
        parts.put("path", svgPath(code));
        return parts;
    }

    /** The dark squares of the code as one SVG path. */
    private static String svgPath(BitMatrix code) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }

    private static BitMatrix code(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
        } catch (WriterException tooLong) {
            throw new IllegalStateException("The address does not fit into a QR code", tooLong);
        }
    }
}
