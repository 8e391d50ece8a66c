// The buttons that break things, mend them, and move the title.

import * as backend from "./backend.js";

const NAMES = { legacy: "Legacy", lightweight: "Lightweight" };

export class Controls {
  #services;
  #player;
  #tell;
  #cards = new Map();
  #isBusy = false;
  state;

  constructor(services, player, tell) {
    this.#services = services;
    this.#player = player;
    this.#tell = tell;
    for (const part of ["ads", "origin"]) {
      document.getElementById(`${part}-fault`).addEventListener("change", async (event) => {
        const mode = event.target.value;
        const what = part === "ads" ? "ad server" : "origin";
        await this.#run(() => backend.setFault(part, mode), `${what}: ${mode === "none" ? "fine again" : mode}`);
      });
    }
  }

  /** What a service is called that listens there. */
  nameOf(url) {
    const found = Object.entries(this.state?.services ?? {}).find(([, service]) => service.url === url);
    return found ? NAMES[found[0]] ?? found[0] : url;
  }

  async update() {
    this.show(await backend.state());
  }

  show(state) {
    this.state = state;
    for (const [name, service] of Object.entries(state.services)) {
      this.#card(name).show(service, service.url === this.#player.service);
    }
    for (const [part, mode] of Object.entries(state.faults)) {
      const radio = document.querySelector(`input[name="${part}"][value="${mode}"]`);
      if (radio && !this.#isBusy) {
        radio.checked = true;
      }
    }
  }

  #card(name) {
    let card = this.#cards.get(name);
    if (!card) {
      card = new ServiceCard(NAMES[name] ?? name, {
        toggle: (isRunning) =>
          this.#run(() => backend.switchService(name, isRunning ? "kill" : "start"), `${name} service ${isRunning ? "killed" : "started"}`),
        move: async (url) => {
          const { title } = this.#player;
          await this.#run(() => backend.moveTitle(title.id, url), `catalogue: ${title.id} moved to the ${name} service`);
        },
      });
      card.element.dataset.service = name;
      this.#cards.set(name, card);
      this.#services.append(card.element);
    }
    return card;
  }

  async #run(action, text) {
    this.#isBusy = true;
    try {
      const answer = await action();
      this.#tell(text);
      this.#isBusy = false;
      if (answer?.services) {
        this.show(answer);
      } else {
        await this.update();
      }
    } catch (error) {
      this.#tell(error.message, "bad");
    } finally {
      this.#isBusy = false;
    }
  }
}

class ServiceCard {
  #service = { running: false, url: "" };
  #status = document.createElement("span");
  #where = document.createElement("span");
  #toggle = document.createElement("button");
  #move = document.createElement("button");
  element = document.createElement("div");

  constructor(name, actions) {
    this.element.className = "service";
    const heading = document.createElement("h3");
    heading.textContent = name;
    this.#status.className = "status";
    this.#where.className = "where";
    this.#toggle.type = this.#move.type = "button";
    this.#toggle.className = "toggle";
    this.#move.className = "move";
    this.#move.textContent = "Move title here";
    this.#toggle.addEventListener("click", () => this.#act(() => actions.toggle(this.#service.running)));
    this.#move.addEventListener("click", () => {
      if (this.#move.getAttribute("aria-disabled") !== "true") {
        this.#act(() => actions.move(this.#service.url));
      }
    });
    const buttons = document.createElement("div");
    buttons.className = "buttons";
    buttons.append(this.#toggle, this.#move);
    this.element.append(heading, this.#status, this.#where, buttons);
  }

  async #act(action) {
    this.element.setAttribute("aria-busy", "true");
    await action();
    this.element.removeAttribute("aria-busy");
  }

  show(service, isServing) {
    this.#service = service;
    this.element.classList.toggle("running", service.running);
    this.element.classList.toggle("serving", isServing);
    const status = service.running ? (isServing ? "serves you" : "running") : isServing ? "gone, while serving you" : "not running";
    if (this.#status.textContent !== status) {
      this.#status.textContent = status;
    }
    this.#where.textContent = service.url.replace("http://", "") + (service.pid ? ` · process ${service.pid}` : "");
    this.#toggle.textContent = service.running ? "Kill" : "Start";
    this.#toggle.classList.toggle("danger", service.running);
    // Neither hidden nor disabled: whoever came to it by keyboard stays there when the title has moved.
    this.#move.setAttribute("aria-disabled", isServing || !service.running);
  }
}
