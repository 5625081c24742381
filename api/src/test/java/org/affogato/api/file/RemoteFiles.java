package org.affogato.api.file;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** A site whose contents lie in a bucket and that fetches files from the web. */
public final class RemoteFiles implements QuarkusTestProfile {
    /** What the keys of the site's contents begin with. */
    static final String PREFIX = "one site/";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "affogato.files.store", "s3",
                "affogato.files.s3.prefix", PREFIX,
                "affogato.files.fetch-urls", "true");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(S3Server.class));
    }
}
