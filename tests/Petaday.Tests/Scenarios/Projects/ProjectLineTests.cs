using Petaday.Quantities;
using static Petaday.Tests.Scenarios.Projects.WorkedProjects;

namespace Petaday.Tests.Scenarios.Projects;

/// <summary>Lines of a project against what a person works out by hand.</summary>
public sealed class ProjectLineTests
{
    /// <summary>25 people, 0.29 of their time, 8.3 months at 37,000 USD.</summary>
    [Fact]
    public void People_are_head_count_times_share_times_months_times_cost() =>
        Of(Small + "people: { researchers: 25, timeShare: 0.29, months: 8.3 months, monthlyCost: 37000 USD/month }")
            .Value("project.people.researchers")
            .ShouldBe(25 * 0.29 * 8.3 * 37000, 1e-3);

    /// <summary>A role may have a cost of its own.</summary>
    [Fact]
    public void A_role_with_its_own_cost_takes_it()
    {
        var project = Of(
            Small + "people: { engineers: 2, managers: 1, months: 10 months, engineersCost: 10000 USD/month, monthlyCost: 20000 USD/month }"
        );
        project.Value("project.people.engineers").ShouldBe(200_000, 1e-6);
        project.Value("project.people.managers").ShouldBe(200_000, 1e-6);
    }

    /// <summary>s of the whole of hardware, energy and staff is s / (1 - s) of hardware and energy; experiments are 1.2 times the run.</summary>
    [Fact]
    public void Left_out_staff_is_its_published_share()
    {
        var project = Of(Small + "money: { devices: own }");
        var run = project.Cost.Run.Amortised.Value!.Value;
        double staff = project.Value("project.people.staff");
        staff.ShouldBe(run * 2.2 * 0.39 / 0.61, run * 1e-9);
        (staff / (staff + (run * 2.2))).ShouldBe(0.39, 1e-9);
    }

    /// <summary>100 TB raw at 200 core-hours a TB and 0.05 USD an hour: 1,000 USD; in 10 days with every core at work 83.3 cores.</summary>
    [Fact]
    public void Data_steps_are_core_hours_a_terabyte()
    {
        var project = Of(
            Small
                + "data: { raw: 100 TB, extractionCores: 200 h/TB, deduplicationCores: 0 h/TB, corePrice: 0.05 USD/h, time: 10 d, licences: 3 MUSD }"
        );
        project.Value("project.data.extraction").ShouldBe(1000, 1e-6);
        project.Value("project.data.licences").ShouldBe(3e6);
        project.Value("sizing.coreSeconds").ShouldBe(20_000 * 3600.0, 1);
        project.Value("sizing.cores").ShouldBe(84);
    }

    /// <summary>A store must deliver the tokens' bytes in the time of the run.</summary>
    [Fact]
    public void The_devices_are_fed_by_the_bytes_of_their_tokens()
    {
        var project = Of(Small + "data: { bytesPerToken: 4 B/token, raw: 1 TB, rawKept: 1, replicas: 3 }");
        project.Value("sizing.readBandwidth").ShouldBe(26e9 * 4 / project.Run.Run.Seconds!.Value, 1);
        project.Value("sizing.storedBytes").ShouldBe(3 * (1e12 + (26e9 * 4)), 1);
    }

    /// <summary>1,000 requests of 100 tokens and 5 shots of 80: 0.5 million tokens in, 20,000 out.</summary>
    [Fact]
    public void Suites_through_an_api_are_tokens_times_prices()
    {
        var project = Of(
            Small
                + "evaluation: { by: api, inputPrice: 2 USD/Mtoken, outputPrice: 10 USD/Mtoken, generation: { requests: 1000, promptTokens: 100, shots: 5, shotTokens: 80, generatedTokens: 20, checkpoints: 3 } }"
        );
        project.Value("project.evaluation.generation").ShouldBe(3 * ((0.5 * 2) + (0.02 * 10)), 1e-9);
    }

    /// <summary>Zero-shot requests on the run's devices: a third of a training token's FLOPs at the run's rate.</summary>
    [Fact]
    public void Suites_on_devices_take_forward_passes()
    {
        var project = Of(Small + "evaluation: { agent: { requests: 500, promptTokens: 1000 } }\nmoney: { pricePerDeviceHour: 3.60 USD/h }");
        double seconds = 500 * 1000 * project.Run.Model.FlopsPerToken / 3 / project.Run.Step.FlopPerSecondPerDevice;
        project.Value("project.evaluation.agent").ShouldBe(seconds * 0.001, seconds * 1e-9);
    }

    /// <summary>Four updates a year for two years, each of a tenth of the tokens: eight tenths of the run.</summary>
    [Fact]
    public void Updates_pay_their_tokens_each_time()
    {
        var project = Of(
            Small + "updates: { every: 3 months, horizon: 2 y, tokens: 2.6B, alignment: 1000 USD }\nmoney: { pricePerDeviceHour: 2 USD/h }"
        );
        double run = 26e9 * project.Run.Model.FlopsPerToken / project.Run.Step.FlopPerSecondPerDevice / 3600 * 2;
        project.Value("project.updates.pretraining").ShouldBe(0.8 * run, run * 1e-9);
        project.Value("project.updates.alignment").ShouldBe(8000, 1e-9);
    }

    /// <summary>GPTQ: 175 billion parameters in 4 hours; a model of 1.3 billion in 1.3/175 of them.</summary>
    [Fact]
    public void Quantising_takes_time_by_parameters()
    {
        var project = Of(Small + "adaptation: { quantisation: true }\nmoney: { pricePerDeviceHour: 2 USD/h }");
        project.Value("project.adaptation.quantisation").ShouldBe(2 * 4.0 * project.Run.Model.Parameters / 175e9, 1e-4);
    }

    /// <summary>LoRA takes 4 of 6 FLOPs; two domains of 100 million tokens.</summary>
    [Fact]
    public void Adapters_cost_less_than_full_fine_tuning()
    {
        const string Domains = "adaptation: { textDomains: 2, textTokens: 100M";
        double full = Of(Small + Domains + " }").Value("project.adaptation.text");
        Of(Small + Domains + ", method: lora }").Value("project.adaptation.text").ShouldBe(full * 0.667, full * 1e-9);
    }

    /// <summary>A step has an effect beside its cost: 4 bits for 16, half of the weights, a tenth of the parameters.</summary>
    [Fact]
    public void A_step_says_what_it_does()
    {
        var notes = Of(
            Small
                + "adaptation: { quantisation: true, pruning: true, distilTokens: 1B, studentShare: 0.1 }\ncompliance: { privateTraining: true }"
        ).Notes;
        notes.ShouldContain(note =>
            note.StartsWith("adaptation.quantisation: weights shrink from 2.6", StringComparison.Ordinal) && note.Contains(" to 65")
        );
        notes.ShouldContain(note => note.StartsWith("adaptation.pruning: 65", StringComparison.Ordinal));
        notes.ShouldContain(note => note.StartsWith("adaptation.distillation: the student has 13", StringComparison.Ordinal));
        notes.ShouldContain(note => note.StartsWith("compliance.privateTraining", StringComparison.Ordinal));
        Of(Small.Replace("26B", "26B, optimizer: muon", StringComparison.Ordinal))
            .Notes.ShouldContain(note => note.Contains("0.520 to 0.910"));
    }

    [Fact]
    public void Private_training_pays_its_slow_down()
    {
        var project = Of(Small + "compliance: { privateTraining: true, privacySlowdown: 2.5 }");
        double rent = project.Cost.Run.Rental.Value!.Value;
        project.Value("project.compliance.privateTraining").ShouldBe(1.5 * rent, rent * 1e-9);
    }

    [Fact]
    public void Red_teamers_are_paid_like_people() =>
        Of(
                Small
                    + "compliance: { redTeam: 50, redTeamTime: 2 months, audits: 3, auditPrice: 40 kUSD }\npeople: { monthlyCost: 1000 USD/month }"
            )
            .Value("project.compliance.redTeam")
            .ShouldBe(100_000, 1e-6);

    /// <summary>Hall, capital and idle time of owned hardware, each by its formula.</summary>
    [Fact]
    public void Owned_hardware_pays_for_hall_capital_and_idle_time()
    {
        const string Own =
            Small
            + "money: { devices: own }\ninfrastructure: { life: 5 y, resale: 0.1, utilisation: 0.8, costOfCapital: 0.1, facilityPrice: 10 USD/W, facilityLife: 20 y }";
        var project = Of(Own);
        double loss = new[] { "devices", "servers", "interconnect" }.Sum(key => project.Value("project.compute." + key));
        double years = project.Run.Run.Seconds!.Value / Units.SecondsPerYear;
        project.Value("project.compute.idle").ShouldBe(loss * 0.25, loss * 1e-9);
        project.Value("project.compute.capital").ShouldBe(loss / 0.9 * 5 * 0.1 * 8760 / 8766, loss * 1e-9);
        project.Value("project.compute.hall").ShouldBe(10 * project.Run.Energy.PeakWatts!.Value / 20 * years, 1e-6);
    }

    /// <summary>Straight-line: a device of 40,000 USD, mark-up 1.5, no network, five years, 8 devices for the run.</summary>
    [Fact]
    public void Hardware_may_be_written_off_in_a_straight_line()
    {
        var project = Of(
            Small
                + "money: { devices: own }\ninfrastructure: { devicePrice: 40000 USD, serverMarkup: 1.5, interconnectShare: 0, life: 5 y, deviceHours: 8760 h }"
        );
        project.Value("project.compute.devices").ShouldBe(8000, 1e-6);
        project.Value("project.compute.servers").ShouldBe(4000, 1e-6);
        project.Value("project.compute.interconnect").ShouldBe(0);
        project.Value("bases.acquisition.compute.devices").ShouldBe(320_000, 1e-6);
    }

    [Fact]
    public void Colocation_takes_the_place_of_a_hall()
    {
        var project = Of(Small + "money: { devices: own }\ninfrastructure: { hosting: colocation, colocationPrice: 200 USD/kW/month }");
        double months = project.Run.Run.Seconds!.Value / (Units.SecondsPerYear / 12);
        project.Value("project.compute.hall").ShouldBe(project.Run.Energy.PeakWatts!.Value / 1000 * 200 * months, 1e-6);
    }

    /// <summary>Hours that are given are priced as they are; energy grows with them.</summary>
    [Fact]
    public void Given_hours_take_the_place_of_predicted_ones()
    {
        var project = Of(Small + "infrastructure: { deviceHours: 1000 h }\nmoney: { pricePerDeviceHour: 2.5 USD/h }");
        project.Cost.Run.Rental.Value.ShouldNotBeNull().ShouldBe(2500, 1e-9);
        project.Cost.Run.DeviceHours.ShouldBe(1000);
    }

    [Fact]
    public void Items_of_experiments_take_the_place_of_their_share()
    {
        var project = Of(Small + "experiments: { smallRuns: 10, smallRunFlops: 1e19 FLOP, failedShare: 0.5 }");
        double rent = project.Cost.Run.Rental.Value!.Value;
        project.Value("project.experiments.failed").ShouldBe(0.5 * rent, rent * 1e-9);
        project.Explanation.Find("project.experiments.devices").ShouldBeNull();
    }

    /// <summary>Every tree is made of sums, products and formulas that give its values again.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("money: { devices: own }")]
    [InlineData("experiments: { searchRuns: 3, searchRunFlops: 1e18 FLOP }\npeople: { engineers: 3, months: 2 months }")]
    public void A_tree_is_sound(string more)
    {
        var project = Of(Small + more);
        project.Explanation.Unsound().ShouldBeEmpty();
        foreach (var basis in project.Cost.Bases)
        {
            basis
                .Parts.Select(cause => cause.Key)
                .ShouldBe([
                    "compute",
                    "energy",
                    "storage",
                    "data",
                    "experiments",
                    "evaluation",
                    "people",
                    "updates",
                    "adaptation",
                    "compliance",
                ]);
        }
    }
}
