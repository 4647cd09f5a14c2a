#include "ingest/model/recurrent.hpp"

#include <algorithm>

#include "ingest/model/sequence_batch.hpp"

namespace hearsay {
namespace {

constexpr float state_step = 1.0F / 127.0F;

template <class Value>
void at_least(std::vector<Value>& buffer, std::size_t size, Value fill = {}) {
  if (buffer.size() < size) buffer.resize(size, fill);
}

/// One direction of one layer over all sequences.
struct Direction {
  const Int8Matrix& hidden;
  std::size_t state;
  bool backward;
  float* out;  ///< of the last layer; else null

  void run(const SequenceBatch& batch, Recurrent::Room& room) const {
    std::fill_n(room.cell.begin(), batch.size() * state, 0.0F);
    std::fill_n(room.products.begin(), batch.size() * 4 * state, 0.0F);  // of a state that is zero
    std::size_t running = batch.size();
    for (std::size_t t = 0; t < batch.longest(); ++t) {
      while (batch.length[running - 1] <= t) --running;
      if (t > 0)
        room.kernels->int8_linear(hidden.view(), room.states.data(), room.scale.data(), running, room.products.data(),
                                  4 * state, false);
      for (std::size_t s = 0; s < running; ++s) step(s, batch.place(s, t, backward), room);
    }
  }

 private:
  void step(std::size_t sequence, std::size_t place, Recurrent::Room& room) const {
    const std::size_t side = backward ? 1 : 0, at = (2 * place + side) * state;
    std::uint8_t* const rounded = room.states.data() + sequence * state;
    room.kernels->lstm_rounded(room.gates_of[place] + side * 4 * state, room.products.data() + sequence * 4 * state,
                               room.cell.data() + sequence * state, out != nullptr ? out + at : room.hidden.data(),
                               rounded, state);
    if (out == nullptr) std::copy_n(rounded, state, room.outputs.data() + at);
  }
};

}  // namespace

void Recurrent::first_gates(std::span<const float> forms, Room& room, float* out) const {
  const Int8Matrix& input = layers.front().input;
  int8_linear(input, forms.data(), forms.size() / input.in(), out, false, room.quantised, *room.kernels);
}

void Recurrent::run(std::span<const float* const> first_gates, std::span<const std::uint32_t> lengths, Room& room,
                    float* out) const {
  const SequenceBatch batch(lengths);
  const std::size_t steps = first_gates.size();
  at_least(room.gates, layers.size() > 1 ? steps * gates() : 0);
  at_least(room.scale, std::max(steps, batch.size()), state_step);
  at_least(room.products, batch.size() * 4 * state);
  at_least(room.cell, batch.size() * state);
  at_least(room.hidden, state);
  at_least(room.states, batch.size() * state);
  at_least(room.outputs, steps * 2 * state);
  room.gates_of.assign(first_gates.begin(), first_gates.end());
  for (const RecurrentLayer& layer : layers) {
    if (&layer != layers.data()) {
      room.kernels->int8_linear(layer.input.view(), room.outputs.data(), room.scale.data(), steps, room.gates.data(),
                                gates(), false);
      for (std::size_t i = 0; i < steps; ++i) room.gates_of[i] = room.gates.data() + i * gates();
    }
    float* const vectors = &layer == &layers.back() ? out : nullptr;
    for (const bool backward : {false, true})
      Direction{layer.hidden[backward ? 1 : 0], state, backward, vectors}.run(batch, room);
  }
}

}  // namespace hearsay
