package dev.hemstitch.examples.demo.adserver;

/** An ad that can be had. */
enum Campaign {
    RED_10("red-10", "Red, 10 seconds", "ad-10", 10),
    RED_10_ENCORE("red-10-encore", "Red once more, 10 seconds", "ad-10", 10),
    GREEN_15("green-15", "Green, 15 seconds", "ad-15", 15);

    final String id;
    final String title;
    final String sample;
    final int seconds;

    Campaign(String id, String title, String sample, int seconds) {
        this.id = id;
        this.title = title;
        this.sample = sample;
        this.seconds = seconds;
    }
}
