package org.affogato.api.file;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A server that speaks Amazon's protocol, with one bucket in memory, in a process of its own. */
public final class S3Server implements QuarkusTestResourceLifecycleManager {
    private static final String JAR = "target/s3proxy/s3proxy.jar";
    private static final String BUCKET = "affogato-files";
    private static final String USER = "alice";
    private static final String PASSWORD = "secret of alice";
    private static final Pattern STARTED = Pattern.compile("Started ServerConnector.*\\{127\\.0\\.0\\.1:(\\d+)}");

    private @Nullable Process process;

    /** The settings that lead a site to the bucket. */
    @Override
    public Map<String, String> start() {
        try {
            Path properties = Files.createTempFile("s3proxy", ".conf");
            Files.write(
                    properties,
                    List.of(
                            "s3proxy.endpoint=http://127.0.0.1:0",
                            "s3proxy.authorization=aws-v2-or-v4",
                            "s3proxy.identity=" + USER,
                            "s3proxy.credential=" + PASSWORD,
                            "jclouds.provider=transient",
                            "jclouds.identity=none",
                            "jclouds.credential=none"));
            Process started = new ProcessBuilder(java(), "-Xmx256m", "-jar", JAR, "--properties", properties.toString())
                    .redirectErrorStream(true)
                    .start();
            process = started;
            Map<String, String> settings = settings("http://127.0.0.1:" + port(started.inputReader()));
            client(settings).createBucket(bucket -> bucket.bucket(BUCKET));
            return settings;
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Reads what the server says until it says its port, and goes on reading so that it can go on talking. */
    private static String port(BufferedReader said) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                Thread.startVirtualThread(() -> said.lines().forEach(more -> {}));
                return started.group(1);
            }
            all.append(line).append('\n');
        }
        throw new IOException("The S3 server did not start:\n" + all);
    }

    private static Map<String, String> settings(String endpoint) {
        return Map.of(
                "affogato.files.s3.endpoint",
                endpoint,
                "affogato.files.s3.bucket",
                BUCKET,
                "affogato.files.s3.access-key",
                USER,
                "affogato.files.s3.secret-key",
                PASSWORD,
                "affogato.files.s3.path-style",
                "true");
    }

    @Override
    public void stop() {
        if (process != null) {
            process.destroy();
        }
    }

    /** The settings as the product reads them. */
    static FileSettings.S3 read(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(FileSettings.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(FileSettings.class)
                .s3();
    }

    /** The keys of all objects in the bucket. */
    static List<String> keys(FileSettings.S3 settings) {
        try (S3Client client = client(settings.endpoint().orElseThrow())) {
            return client.listObjectsV2Paginator(request -> request.bucket(BUCKET)).contents().stream()
                    .map(S3Object::key)
                    .toList();
        }
    }

    private static S3Client client(Map<String, String> settings) {
        return client(URI.create(settings.get("affogato.files.s3.endpoint")));
    }

    private static S3Client client(URI endpoint) {
        return S3Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .endpointOverride(endpoint)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(USER, PASSWORD)))
                .build();
    }
}
