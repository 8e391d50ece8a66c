// What is really on the screen: the samples show their source as the colour of the background, and the time as black and white
// blocks: six bits of seconds at the top, four bits of the frame at the bottom.

const SOURCES = [
  { name: "content", colour: [0x18, 0x38, 0xd8] },
  { name: "ad-10", colour: [0xd0, 0x20, 0x20] },
  { name: "ad-15", colour: [0x10, 0x90, 0x30] },
  { name: "slate", colour: [0x70, 0x70, 0x70] },
];
const WIDTH = 320;
const HEIGHT = 180;
const FRAMES_PER_SECOND = 12;

const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
const context = canvas.getContext("2d", { willReadFrequently: true });

/** The source and its time in seconds; undefined if the picture is of no sample. */
export function readPicture(video) {
  context.drawImage(video, 0, 0, WIDTH, HEIGHT);
  const pixels = context.getImageData(0, 0, WIDTH, HEIGHT).data;
  const at = (x, y) => {
    const offset = 4 * (Math.floor(y) * WIDTH + Math.floor(x));
    return [pixels[offset], pixels[offset + 1], pixels[offset + 2]];
  };
  const bits = (count, firstX, y) => {
    let value = 0;
    for (let i = 0; i < count; i++) {
      value = 2 * value + (at(((firstX + i) * WIDTH) / 8, y)[1] > 127 ? 1 : 0);
    }
    return value;
  };
  const middle = at(WIDTH / 2, HEIGHT / 2);
  const distance = (colour) => colour.reduce((sum, value, i) => sum + Math.abs(value - middle[i]), 0);
  const source = SOURCES.find(({ colour }) => distance(colour) < 110);
  if (!source) {
    return undefined;
  }
  return { source: source.name, seconds: bits(6, 1.5, HEIGHT / 9) + bits(4, 2.5, (HEIGHT * 8) / 9) / FRAMES_PER_SECOND };
}

/** Calls back for each frame that is shown, until the video element is gone. */
export function watchPicture(video, onPicture) {
  const next = () => video.requestVideoFrameCallback((now, frame) => {
    onPicture(readPicture(video), frame.mediaTime);
    next();
  });
  if ("requestVideoFrameCallback" in video) {
    next();
  } else {
    setInterval(() => video.readyState >= 2 && onPicture(readPicture(video), video.currentTime), 250);
  }
}
