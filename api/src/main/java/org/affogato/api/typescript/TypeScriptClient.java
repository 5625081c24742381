package org.affogato.api.typescript;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.registry.WhitelistedMethod;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.jspecify.annotations.Nullable;

/** Writes the client: {@code client.ts}, the same for all sites, beside the site's {@code doctypes.ts} and {@code methods.ts}. */
public final class TypeScriptClient {
    private static final List<String> FIXED = List.of("client.ts", "index.ts");

    private TypeScriptClient() {}

    /**
     * @param folder made if it is not there; files of these names are replaced
     * @return the number of DocTypes described
     */
    public static int write(Path folder, Map<String, WhitelistedMethod> methods, Context context) throws IOException {
        List<Meta> metas = metas(context);
        Files.createDirectories(folder);
        for (String name : FIXED) {
            Files.write(folder.resolve(name), fixed(name));
        }
        Files.writeString(folder.resolve("doctypes.ts"), new DoctypeTypes(metas).text());
        Files.writeString(folder.resolve("methods.ts"), new MethodTypes(methods).text());
        return metas.size();
    }

    private static byte[] fixed(String name) throws IOException {
        try (InputStream in = TypeScriptClient.class.getResourceAsStream("/typescript/" + name)) {
            if (in == null) {
                throw new IOException(name + " is missing in the application");
            }
            return in.readAllBytes();
        }
    }

    private static List<Meta> metas(Context context) {
        List<Meta> metas = new ArrayList<>();
        ListRequest all = ListRequest.all("DocType", List.of("name"), null).orderedBy("name asc");
        for (Map<String, @Nullable Object> row : context.documents().list(all)) {
            metas.add(context.meta(String.valueOf(row.get("name"))));
        }
        return metas;
    }
}
