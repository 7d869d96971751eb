-- The questions of tools/load/run: one again and again, or each new, so that no remembered answer serves.
local kind, thread, seeds = "same", nil, 0
local threads = {}

function setup(one)
  seeds = seeds + 1
  one:set("seed", seeds)
  table.insert(threads, one)
end

function init(args)
  kind = args[1] or "same"
  count, refused, wrong = 0, 0, 0
  local started = os.time() % 100000
  base = started * 10 + seed
end

function request()
  count = count + 1
  local path = "/api/v1/estimate?model=llama-3.1-8b&system=dgx-h100&devices=64"
  if kind == "search" then
    path = path .. "&global-batch=" .. 64 * (2 * count + seed) .. "%20sequences"
  elseif kind ~= "same" then
    path = path .. "&tokens=" .. base .. string.format("%07d", count)
  end
  if kind == "given" then
    path = path .. "&tensor=2&pipeline=1&micro-batch=1&zero=1&recompute=none"
  end
  return wrk.format("GET", path)
end

function response(status)
  if status == 429 or status == 503 then
    refused = refused + 1
  elseif status ~= 200 then
    wrong = wrong + 1
  end
end

function done(summary, latency)
  local refused, wrong = 0, 0
  for _, one in ipairs(threads) do
    refused = refused + one:get("refused")
    wrong = wrong + one:get("wrong")
  end
  local errors = summary.errors
  print(string.format("figures %.0f %.1f %.1f %.1f %d %d",
    summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3,
    refused, wrong + errors.connect + errors.read + errors.write + errors.timeout))
end
