"""What goes wrong around the program: disks, rights, other runs, the end of a process, the surroundings of a run."""

import faults_ending
import faults_files
import faults_statuses
import faults_surroundings

FAMILIES = [faults_files, faults_ending, faults_surroundings, faults_statuses]


def faults():
    """All trials, by name: each takes the executable and a folder with a compiled issue, and gives faults and notes."""
    return {name: trial for family in FAMILIES for name, trial in family.TRIALS.items()}
