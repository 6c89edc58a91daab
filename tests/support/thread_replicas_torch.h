#pragma once

#include "core/model/replica_torch.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

namespace rekindle::test {

/// Replicas in one process, each on a thread of its own, that meet at a barrier.
class ThreadReplicas
{
public:
    explicit ThreadReplicas(int world) : m_given(static_cast<std::size_t>(world))
    {
        for (int rank = 0; rank < world; ++rank)
            m_members.emplace_back(*this, rank);
    }

    /// Calls `body(replica)` on all threads and waits for them.
    template <class Body>
    void run(const Body& body)
    {
        std::vector<std::jthread> threads;
        for (const Member& member : m_members)
            threads.emplace_back([&body, &member] { body(member); });
    }

private:
    class Member : public model::Replica
    {
    public:
        Member(ThreadReplicas& all, int rank) : m_all(all), m_rank(rank) {}
        [[nodiscard]] int rank() const override { return m_rank; }
        [[nodiscard]] int world() const override { return static_cast<int>(m_all.m_given.size()); }
        [[nodiscard]] std::vector<torch::Tensor> gather(const torch::Tensor& mine) const override
        {
            return m_all.exchange(static_cast<std::size_t>(m_rank), mine);
        }

    private:
        ThreadReplicas& m_all;
        int m_rank;
    };

    std::vector<torch::Tensor> exchange(std::size_t rank, const torch::Tensor& mine)
    {
        m_given[rank] = mine.detach().clone(); // a place of its own until all have arrived
        meet();
        std::vector<torch::Tensor> all = m_given;
        meet();
        return all;
    }

    /// A replica that fails leaves the others waiting: they fail, too.
    void meet()
    {
        constexpr std::chrono::seconds kPatience{60};
        std::unique_lock lock(m_mutex);
        const std::uint64_t round = m_round;
        if (++m_arrived == m_given.size()) {
            m_arrived = 0;
            ++m_round;
            m_met.notify_all();
            return;
        }
        if (!m_met.wait_for(lock, kPatience, [&] { return m_round != round; }))
            throw std::runtime_error("another replica did not come");
    }

    std::deque<Member> m_members;
    std::vector<torch::Tensor> m_given;
    std::mutex m_mutex;
    std::condition_variable m_met;
    std::size_t m_arrived = 0;
    std::uint64_t m_round = 0;
};

} // namespace rekindle::test
