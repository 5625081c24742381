package org.affogato.api.file;

import static org.affogato.api.file.FileCalls.GUEST;
import static org.affogato.api.file.FileCalls.bytes;
import static org.affogato.api.file.FileCalls.name;
import static org.affogato.api.file.FileCalls.unique;
import static org.affogato.api.file.FileCalls.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.awt.image.BufferedImage;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Thumbnails, and pictures made smaller. */
@QuarkusTest
class PicturesTest {
    private FileSite site;
    private FileCalls caller;

    @BeforeEach
    void findCaller() {
        site = FileSite.site();
        caller = site.administrator;
    }

    private BufferedImage image(String url) {
        return TestPictures.read(
                caller.get(url).then().statusCode(200).extract().asByteArray());
    }

    private String thumbnail(Map<String, Object> file, Map<String, ?> arguments) {
        return caller.run("make_thumbnail", name(file), arguments)
                .then()
                .statusCode(200)
                .extract()
                .path("message");
    }

    @Test
    void aThumbnailLiesBesideThePicture() {
        String name = unique(".png");
        Map<String, Object> file = caller.uploaded(name, TestPictures.png(600, 300));
        String small = thumbnail(file, Map.of());
        assertThat(small).isEqualTo("/files/" + name.replace(".png", "_small.png"));
        assertThat(image(small).getWidth()).isEqualTo(300);
        assertThat(image(small).getHeight()).isEqualTo(150);
        caller.read(name(file)).then().body("data.thumbnail_url", equalTo(small));
    }

    @Test
    void aThumbnailTakesSizeShapeAndSuffix() {
        Map<String, Object> file = caller.uploaded(unique(".png"), TestPictures.png(600, 300));
        String small = thumbnail(
                file, Map.of("width", 50, "height", 50, "crop", true, "suffix", "mini", "set_as_thumbnail", false));
        assertThat(small).endsWith("_mini.png");
        assertThat(image(small).getWidth()).isEqualTo(50);
        assertThat(image(small).getHeight()).isEqualTo(50);
        caller.read(name(file)).then().body("data.thumbnail_url", nullValue());
    }

    @Test
    void aThumbnailOfAPrivatePictureIsPrivateAndGoesWithIt() {
        Map<String, Object> file = caller.uploaded(unique(".png"), TestPictures.png(400, 400), "is_private", "1");
        String small = thumbnail(file, Map.of());
        assertThat(small).startsWith("/private/files/");
        assertThat(GUEST.get(small).statusCode()).isEqualTo(403);
        assertThat(caller.get(small).statusCode()).isEqualTo(200);
        caller.delete(name(file)).then().statusCode(202);
        assertThat(caller.get(small).statusCode()).isEqualTo(403);
    }

    @Test
    void aSecondThumbnailReplacesTheFirst() {
        Map<String, Object> file = caller.uploaded(unique(".png"), TestPictures.png(400, 400));
        String first = thumbnail(file, Map.of("width", 100, "height", 100));
        String second = thumbnail(file, Map.of("width", 60, "height", 60));
        assertThat(second).isEqualTo(first);
        assertThat(image(second).getWidth()).isEqualTo(60);
        String third = thumbnail(file, Map.of("suffix", "other"));
        assertThat(caller.get(first).statusCode()).isEqualTo(404);
        assertThat(caller.get(third).statusCode()).isEqualTo(200);
    }

    @Test
    void thereIsNoThumbnailOfWhatIsNoPicture() {
        Map<String, Object> text = caller.uploaded(unique(".png"), bytes("no picture " + unique("")));
        assertThat(thumbnail(text, Map.of())).isNull();
    }

    @Test
    void aPictureIsMadeSmallerInItsPlace() {
        byte[] content = TestPictures.png(600, 400);
        Map<String, Object> file = caller.uploaded(unique(".png"), content);
        caller.run("optimize_file", name(file), Map.of()).then().statusCode(200);
        byte[] smaller = caller.get(url(file)).asByteArray();
        assertThat(smaller.length).isLessThan(content.length);
        assertThat(TestPictures.read(smaller).getWidth()).isEqualTo(480);
        caller.read(name(file))
                .then()
                .body("data.file_url", equalTo(url(file)))
                .body("data.file_size", equalTo(smaller.length));
    }

    @Test
    void thePictureOfOtherFilesStaysAsItIs() {
        byte[] content = TestPictures.png(600, 400);
        Map<String, Object> first = caller.uploaded(unique(".png"), content);
        Map<String, Object> second = caller.uploaded(unique(".png"), content);
        caller.run("optimize_file", name(first), Map.of()).then().statusCode(200);
        assertThat(caller.get(url(second)).asByteArray()).isEqualTo(content);
        String own = caller.read(name(first)).path("data.file_url");
        assertThat(own).isNotEqualTo(url(second));
        assertThat(image(own).getWidth()).isEqualTo(480);
    }

    @Test
    void onlyPicturesAreMadeSmaller() {
        String text = name(caller.uploaded(unique(".txt"), FileCalls.content()));
        caller.run("optimize_file", text, Map.of()).then().statusCode(417);
        String drawing = name(caller.uploaded(unique(".svg"), bytes("<svg id='" + unique("") + "'/>")));
        caller.run("optimize_file", drawing, Map.of()).then().statusCode(417);
        caller.run("optimize_file", "Home", Map.of()).then().statusCode(417);
    }

    @Test
    void anUploadIsMadeSmallerWhereItAsksForIt() {
        Map<String, Object> plain = caller.uploaded(unique(".png"), TestPictures.png(400, 400));
        assertThat(image(url(plain)).getWidth()).isEqualTo(400);
        Map<String, Object> smaller = caller.uploaded(unique(".png"), TestPictures.png(400, 400), "optimize", "1");
        assertThat(image(url(smaller)).getWidth()).isEqualTo(320);
        Map<String, Object> bounded = caller.uploaded(
                unique(".png"), TestPictures.png(600, 600), "optimize", "1", "max_width", "250", "max_height", "250");
        assertThat(image(url(bounded)).getWidth()).isEqualTo(250);
    }

    @Test
    void thumbnailsAndSmallerPicturesNeedTheRightToChangeTheFile() {
        String name = name(caller.uploaded(unique(".png"), TestPictures.png(300, 300)));
        site.other.run("make_thumbnail", name, Map.of()).then().statusCode(403);
        site.other.run("optimize_file", name, Map.of()).then().statusCode(403);
    }
}
